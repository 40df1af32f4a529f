/** The rules of applications for information: receipt, clocks, what an answer must say, fees. Not exported. */
package org.gongkai.validation.rules.request;
