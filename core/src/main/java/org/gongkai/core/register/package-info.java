/**
 * Where a body makes things public: government sites (政府网站), accounts on platforms of others (政务新媒体), reports of errors (找错),
 * corners for reading and asking (政务公开专区).
 */
@org.jspecify.annotations.NullMarked
package org.gongkai.core.register;
