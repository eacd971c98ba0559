using Vonage.Core;

namespace Vonage.WhatsAppTemplates;

public partial class CreateMessageTemplateRequest
{
    partial void ValidateMore() => TemplateRules.Check(Name, Category, Components);
}

public partial class UpdateMessageTemplateRequest
{
    partial void ValidateMore() => TemplateRules.Check(Name, Category, Components);
}

/// <summary>What holds for a template as a whole.</summary>
internal static class TemplateRules
{
    public static void Check(string? name, MessageTemplateCategory? category, IList<TemplateComponent> components)
    {
        if (name!.Any(c => c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_')))
            throw new InvalidRequestException("name", "must consist of lowercase letters, digits and underscores.");
        AtMostOne<HeaderTemplateComponent>(components, "HEADER");
        AtMostOne<FooterTemplateComponent>(components, "FOOTER");
        AtMostOne<ButtonsTemplateComponent>(components, "BUTTONS");
        AtMostOne<BodyTemplateComponent>(components, "BODY");
        if (components.OfType<BodyTemplateComponent>().FirstOrDefault() is not { } body)
            throw new InvalidRequestException("components", "must contain a component of type BODY.");
        if (body.Text is null && category != MessageTemplateCategory.Authentication)
            throw new InvalidRequestException($"components[{components.IndexOf(body)}].text", "is required. Only templates of the category AUTHENTICATION have a text of WhatsApp's.");
    }

    private static void AtMostOne<T>(IList<TemplateComponent> components, string type)
    {
        if (components.OfType<T>().Count() > 1)
            throw new InvalidRequestException("components", $"must not contain more than one component of type {type}.");
    }
}
