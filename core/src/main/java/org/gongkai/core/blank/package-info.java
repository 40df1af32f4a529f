/** How canonical types treat blank components; not exported. */
package org.gongkai.core.blank;
