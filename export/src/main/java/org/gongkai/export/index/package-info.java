/** The records of earlier packages by key, on disk and in little memory. Not exported; deltas and checks share it. */
package org.gongkai.export.index;
