/** Tables of land requisition, parcels, projects and plans, to records with an account of every cell. */
package org.gongkai.ingest.land;
