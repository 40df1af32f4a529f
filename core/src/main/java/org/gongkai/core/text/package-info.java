/** What the readers of core share: the marks of old text, small tables. Not exported. */
package org.gongkai.core.text;
