/** Formats as data: profiles, their files and what is wrong with them. Never invent a field of the province here. */
package org.gongkai.export.format;
