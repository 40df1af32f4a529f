/** The model that every report is made from, baselines of known findings, and the comparison of two reports. */
package org.gongkai.validation.report;
