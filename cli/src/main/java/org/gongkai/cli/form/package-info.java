/** The command that writes workbooks in which people enter records. */
package org.gongkai.cli.form;
