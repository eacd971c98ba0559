namespace Vonage.WhatsAppTemplates;

public partial class BodyTemplateComponent
{
    /// <summary>Initializes a new instance of the class with a text and an example for each of its placeholders.</summary>
    /// <param name="text">The text, 1 to 1,024 characters, with placeholders such as <c>{{1}}</c>.</param>
    /// <param name="examples">The values of the placeholders for the review, in order.</param>
    public BodyTemplateComponent(string text, params string[] examples)
        : this()
    {
        ArgumentNullException.ThrowIfNull(examples);
        Text = text;
        if (examples.Length > 0)
            Example = new BodyTemplateExample { BodyText = { examples } };
    }
}
