// What .NET 9 and 10 have and the packages use.
namespace System
{
    [Microsoft.CodeAnalysis.Embedded]
    internal static class ConvertExtensions
    {
        extension(Convert)
        {
            public static string ToHexStringLower(byte[] bytes) => Convert.ToHexString(bytes).ToLowerInvariant();
        }
    }
}

namespace System.Text.Json
{
    [Microsoft.CodeAnalysis.Embedded]
    internal static class JsonElementExtensions
    {
        extension(JsonElement)
        {
            public static JsonElement Parse(string json, JsonDocumentOptions options)
            {
                using var document = JsonDocument.Parse(json, options);
                return document.RootElement.Clone();
            }
        }
    }
}

namespace System.Security.Cryptography.X509Certificates
{
    [Microsoft.CodeAnalysis.Embedded]
    internal static class X509CertificateLoader
    {
        public static X509Certificate2 LoadPkcs12(byte[] data, string? password) => new(data, password);
    }
}

namespace System.Buffers.Text
{
    [Microsoft.CodeAnalysis.Embedded]
    internal static class Base64Url
    {
        /// <summary>Decodes text; a <see cref="FormatException"/> where it is none.</summary>
        public static byte[] DecodeFromChars(ReadOnlySpan<char> text)
        {
            if (text.IndexOfAny('+', '/') >= 0)
                throw new FormatException("The text is not Base64Url.");
            return Convert.FromBase64String(text.TrimEnd('=').ToString().Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.TrimEnd('=').Length % 4)) % 4));
        }
    }
}
