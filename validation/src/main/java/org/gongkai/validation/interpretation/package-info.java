/** Interpretations, answers, press releases and packages of one run held against its documents. */
package org.gongkai.validation.interpretation;
