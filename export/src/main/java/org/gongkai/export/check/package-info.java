/** The reading of a package against what it says of itself. What is added to packages is checked here too. */
package org.gongkai.export.check;
