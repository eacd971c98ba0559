namespace Vonage.Sms;

/// <summary>The characters that an SMS of type <c>text</c> can contain (3GPP TS 23.038, default alphabet and its extension).</summary>
internal static class GsmAlphabet
{
    private const string Characters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n\r!\"#¤%&'()*+,-./:;<=>?@_¡¿£$¥§èéùìòÇØøÅåÆæßÉÄÖÑÜäöñüàΔΦΓΛΩΠΨΣΘΞ\f^{}\\[~]|€";

    public static bool Covers(string text) => text.All(c => Characters.Contains(c));
}
