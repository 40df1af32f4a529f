/** What every command shares: the terminal, the texts, exit codes and the error of wrong use. */
@org.jspecify.annotations.NullMarked
package org.gongkai.cli.terminal;
