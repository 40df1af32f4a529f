/** Tests over a folder of documents, assertions on what is found, valid records by lot and records that break a rule. */
package org.gongkai.testkit;
