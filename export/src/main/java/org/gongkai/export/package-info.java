/** The provincial library package: what it holds, and the formats that profiles describe. */
package org.gongkai.export;
