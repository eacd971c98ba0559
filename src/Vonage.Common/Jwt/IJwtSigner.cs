namespace Vonage;

/// <summary>Signs the text of a token.</summary>
internal interface IJwtSigner
{
    /// <summary>The protected header, encoded, with the dot after it.</summary>
    byte[] EncodedHeader { get; }

    byte[] Sign(byte[] data, int count);
}
