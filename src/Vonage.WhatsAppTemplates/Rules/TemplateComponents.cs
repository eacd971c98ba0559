using Vonage.Core;

namespace Vonage.WhatsAppTemplates;

public partial class TextHeaderTemplateComponent
{
    partial void ValidateMore()
    {
        if (Placeholders.Count("text", Text) > 1)
            throw new InvalidRequestException("text", "must not contain more than one placeholder.");
    }
}

public partial class FooterTemplateComponent
{
    partial void ValidateMore()
    {
        if (Placeholders.Count("text", Text) != 0)
            throw new InvalidRequestException("text", "must not contain placeholders; use them in the body.");
    }
}

public partial class BodyTemplateComponent
{
    partial void ValidateMore()
    {
        if (Placeholders.Count("text", Text) is not { } count || (count == 0 && Example is null))
            return;
        if (Example?.BodyText is not { Count: 1 } examples || examples[0].Count != count)
            throw new InvalidRequestException("example.body_text", count == 0 ? "must not be set, because the text has no placeholders." : $"must contain one list with {count} values: one for each placeholder of the text.");
        for (var i = 0; i < count; i++)
            if (string.IsNullOrWhiteSpace(Example!.BodyText[0][i]))
                throw new InvalidRequestException($"example.body_text[0][{i}]", $"is required: it is the example for {{{{{i + 1}}}}}. Set it.");
    }
}

public partial class UrlTemplateButton
{
    partial void ValidateMore()
    {
        if (Placeholders.Count("url", UrlTemplate) is not 0 and not 1 || (UrlTemplate!.Contains("{{") && !UrlTemplate.EndsWith("{{1}}", StringComparison.Ordinal)))
            throw new InvalidRequestException("url", "must not contain a placeholder except {{1}} at its end.");
    }
}

public partial class OtpTemplateButton
{
    partial void ValidateMore()
    {
        if (OtpType != OtpButtonType.OneTap)
            return;
        Check.Required("autofill_text", AutofillText);
        Check.Required("package_name", PackageName);
        Check.Required("signature_hash", SignatureHash);
    }
}

public partial class FlowTemplateButton
{
    partial void ValidateMore()
    {
        if ((FlowId is null ? 0 : 1) + (FlowName is null ? 0 : 1) + (FlowJson is null ? 0 : 1) != 1)
            throw new InvalidRequestException("flow_id", "or one of flow_name and flow_json is required; set exactly one of them.");
    }
}
