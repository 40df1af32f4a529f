/** Pages of interpretations, answers, press releases and packages of policies. */
package org.gongkai.ingest.interpretation;
