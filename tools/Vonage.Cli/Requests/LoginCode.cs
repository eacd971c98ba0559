using Vonage.NumberVerification;

namespace Vonage.Cli;

/// <summary>The code of a login, which the request of a verification needs beside its body: it is exchanged for the access token.</summary>
internal static class LoginCode
{
    private static readonly Field Code = new("code", nameof(VerifyNumberRequest.AuthorizationCode), ValueKind.Text) { IsRequired = true, Summary = "The code of the login: the parameter `code` of the redirect." };

    private static readonly Field RedirectUrl = new("redirect-uri", "redirectUrl", ValueKind.Text) { IsRequired = true, Summary = "The redirect URL of the login." };

    /// <summary>The fields that a user gives for a model.</summary>
    public static Field[] FieldsOf(Type? model) => model == typeof(VerifyNumberRequest) ? [Code, RedirectUrl] : [];

    /// <summary>Adds the code to a model that has one.</summary>
    public static void AddTo(object model, CommandInput input)
    {
        if (model is VerifyNumberRequest request)
            request.AuthorizationCode = new AuthorizationCode(TextOf(Code, input), AddressOf(input));
    }

    private static Uri AddressOf(CommandInput input) => Uri.TryCreate(TextOf(RedirectUrl, input), UriKind.RelativeOrAbsolute, out var address)
        ? address
        : throw new UsageException($"--{input.NameOf(RedirectUrl)} must be a URL, such as https://example.com/callback.");

    private static string TextOf(Field field, CommandInput input) => input.Texts(field) is [var text, ..] ? text : throw input.Missing(field);
}
