/**
 * The engines that write records by a format profile: XML, JSON, CSV, .xlsx, HTML. Not exported; a new format is a new
 * profile, only a new form of file is a new engine.
 */
package org.gongkai.export.engine;
