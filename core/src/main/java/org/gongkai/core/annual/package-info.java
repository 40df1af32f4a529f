/** The yearly report on disclosure work (政府信息公开工作年度报告): its forms as data, its tables of figures, its sections. */
package org.gongkai.core.annual;
