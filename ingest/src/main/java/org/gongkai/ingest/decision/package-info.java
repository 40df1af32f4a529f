/** Tables of decision catalogues and of feedback on opinions, to records with an account of every cell. */
package org.gongkai.ingest.decision;
