namespace Vonage.VerifyV2;

public partial class CreateTemplateRequest
{
    partial void ValidateMore() => Text.TemplateName(Name);
}

public partial class UpdateTemplateRequest
{
    partial void ValidateMore() => Text.TemplateName(Name);
}
