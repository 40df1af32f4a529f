/**
 * From labelled fields to the components of a record, with the account of each field. Not exported; every reader ends
 * here, so that a field means the same in all of them.
 */
package org.gongkai.ingest.mapper;
