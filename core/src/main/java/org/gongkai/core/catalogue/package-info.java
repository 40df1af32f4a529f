/**
 * What is to be made public: items of standard catalogues (基层政务公开标准目录), of directories of proactive disclosure (主动公开基本目录),
 * and the units that serve the public (公共企事业单位).
 */
@org.jspecify.annotations.NullMarked
package org.gongkai.core.catalogue;
