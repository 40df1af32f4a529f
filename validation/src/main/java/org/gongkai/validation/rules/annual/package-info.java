/** The rules of annual reports: their form, the arithmetic of their tables, and their days. */
package org.gongkai.validation.rules.annual;
