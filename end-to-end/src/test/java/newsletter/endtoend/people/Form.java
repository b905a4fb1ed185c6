package newsletter.endtoend.people;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import org.jsoup.Connection.KeyVal;
import org.jsoup.helper.HttpConnection;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A form, filled in by its labels. */
public final class Form {

    private final Reader reader;

    private final FormElement form;

    private final Element button;

    Form(Reader reader, FormElement form, Element button) {
        this.reader = reader;
        this.form = form;
        this.button = button;
    }

    public Form type(String label, String text) {
        field(label).val(text);
        return this;
    }

    public Form tick(String label) {
        Element box = field(label);
        if (box.attr("type").equals("radio")) {
            this.form.select("input[type=radio][name=" + box.attr("name") + "]").removeAttr("checked");
        }
        box.attr("checked", "checked");
        return this;
    }

    public Form choose(String label, String option) {
        Element select = field(label);
        select.select("option").removeAttr("selected");
        select.select("option")
            .stream()
            .filter((candidate) -> candidate.text().equals(option))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no option '%s' in '%s'".formatted(option, label)))
            .attr("selected", "selected");
        return this;
    }

    /** Another value for something that the page hides, as a forger would. */
    public Form forge(String name, String value) {
        this.form.select("[name=" + name + "]").val(value);
        return this;
    }

    /** One more field, as a forger would. */
    public Form add(String name, String value) {
        this.form.appendElement("input").attr("type", "hidden").attr("name", name).val(value);
        return this;
    }

    public Page send() {
        Element target = this.button.hasAttr("formaction") ? this.button : this.form;
        String attribute = this.button.hasAttr("formaction") ? "formaction" : "action";
        String action = target.absUrl(attribute);
        return this.reader.post(URI.create(action.isEmpty() ? this.form.baseUri() : action), fields());
    }

    private List<KeyVal> fields() {
        // Buttons are never among a form's data; a browser sends the one that was
        // pressed.
        var fields = new ArrayList<KeyVal>();
        for (Element field : this.form.select("[name]:not([disabled])")) {
            switch (field.normalName()) {
                case "input" -> {
                    boolean box = field.attr("type").equals("checkbox") || field.attr("type").equals("radio");
                    if (!box || field.hasAttr("checked")) {
                        fields.add(HttpConnection.KeyVal.create(field.attr("name"), value(field, box)));
                    }
                }
                case "textarea" -> fields.add(HttpConnection.KeyVal.create(field.attr("name"), field.val()));
                case "select" -> fields.add(HttpConnection.KeyVal.create(field.attr("name"), selected(field)));
                default -> {
                }
            }
        }
        if (this.button.hasAttr("name")) {
            fields.add(HttpConnection.KeyVal.create(this.button.attr("name"), this.button.val()));
        }
        return fields;
    }

    private static String value(Element field, boolean box) {
        return (box && !field.hasAttr("value")) ? "on" : field.val();
    }

    private static String selected(Element select) {
        Element option = select.selectFirst("option[selected]");
        Element chosen = (option != null) ? option : select.selectFirst("option");
        return (chosen != null) ? chosen.val() : "";
    }

    private Element field(String label) {
        Element found = this.form.select("label")
            .stream()
            .filter((candidate) -> candidate.text().equals(label))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no field '%s' in form:%n%s".formatted(label, this.form.text())));
        Element field = this.form.getElementById(found.attr("for"));
        if (field == null) {
            throw new AssertionError("label '%s' belongs to no field".formatted(label));
        }
        return field;
    }

}
