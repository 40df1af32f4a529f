/** How canonical types treat blank components and numbers; not exported. */
package org.gongkai.core.blank;
