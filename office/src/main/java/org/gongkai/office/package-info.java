/** Readers of the forms of old office programs, one class each; today of .xls. */
package org.gongkai.office;
