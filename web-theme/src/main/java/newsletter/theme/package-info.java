/**
 * The look all three services share. A service that has this module on its class path
 * finds {@code layout}, {@code components/*} and {@code error/*} among its templates, the
 * variable {@code city} in every view, the style sheet at {@code /theme/theme.css} and
 * the colours of the city at {@code /theme/city.css}; it need not ask for any of it. A
 * page calls the layout as {@code ~{layout :: page(title=…,
 * content=~{::main/content()})}} and may add {@code head}, {@code navigation},
 * {@code lang}, {@code wide}, {@code live} and {@code refresh}; README.md of this module
 * lists every fragment.
 */
@NullMarked
package newsletter.theme;

import org.jspecify.annotations.NullMarked;
