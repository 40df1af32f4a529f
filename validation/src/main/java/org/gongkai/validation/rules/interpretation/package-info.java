/** The rules of interpretations, answers, press releases and packages of policies. */
package org.gongkai.validation.rules.interpretation;
