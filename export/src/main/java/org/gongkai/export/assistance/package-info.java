/** Standards of assistance for the public: tables as districts publish them, the items table, history for charts. */
package org.gongkai.export.assistance;
