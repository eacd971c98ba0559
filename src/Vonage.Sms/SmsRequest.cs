using System.Globalization;
using Vonage.Core;

namespace Vonage.Sms;

public partial class SmsRequest : ISentMessage
{
    // The documented limits of some numbers are those of the sender.
    string? ISentMessage.Sender => From;

    private bool HasType => Type is { Value.Length: > 0 };

    /// <summary>Initializes a new instance of the <see cref="SmsRequest"/> class for a text message.</summary>
    /// <param name="from">The sender: a number of the account, or a name of up to 11 letters and digits.</param>
    /// <param name="to">The recipient's number: 7 to 15 digits, starting with the country code.</param>
    /// <param name="text">The text.</param>
    public SmsRequest(string from, string to, string text)
        : this(from, to) => Text = text;

    /// <summary>Creates a binary message, such as a ringtone or a message to a port of a device.</summary>
    /// <param name="from">The sender: a number of the account, or a name of up to 11 letters and digits.</param>
    /// <param name="to">The recipient's number: 7 to 15 digits, starting with the country code.</param>
    /// <param name="body">The content: up to 140 bytes in one SMS, including the header.</param>
    /// <param name="udh">The user data header, if any.</param>
    public static SmsRequest Binary(string from, string to, byte[] body, byte[]? udh = null) => new()
    {
        From = from,
        To = to,
        Type = SmsType.Binary,
        Body = Hex(body ?? throw new ArgumentNullException(nameof(body))),
        Udh = udh is null ? null : Hex(udh),
    };

    partial void ValidateMore()
    {
        if (Type == SmsType.Binary)
        {
            Check.Required("body", Body);
            CheckHex("body", Body);
            CheckHex("udh", Udh);
            Check.Range("protocol-id", ProtocolId, 0m, 255m);
        }
        else if (!HasType || Type == SmsType.Text || Type == SmsType.Unicode)
        {
            Check.Required("text", Text);
            if (Type == SmsType.Text && !SmsText.IsGsm(Text))
                throw new InvalidRequestException("text", "contains a character that is not in the GSM alphabet and would arrive as another one. Set type to unicode, or leave type unset: then it follows from the text.");
            RefuseOutsideBinary("body", Body);
            RefuseOutsideBinary("udh", Udh);
            RefuseOutsideBinary("protocol-id", ProtocolId);
        }
    }

    // What Vonage takes for the type text, it would replace with other characters.
    partial void WriteDerived(FormWriter writer)
    {
        if (!HasType && !SmsText.IsGsm(Text))
            writer.Add("type", SmsType.Values.Unicode);
    }

    private static void RefuseOutsideBinary(string field, object? value)
    {
        if (value is not null)
            throw new InvalidRequestException(field, "is allowed only for messages of type binary. Set type to binary, or omit this field.");
    }

    private static void CheckHex(string field, string? digits)
    {
        var good = (digits?.Length ?? 0) % 2 == 0;
        foreach (var c in digits ?? string.Empty)
            good &= c is (>= '0' and <= '9') or (>= 'a' and <= 'f') or (>= 'A' and <= 'F');
        if (!good)
            throw new InvalidRequestException(field, "must be in hexadecimal format with two digits per byte, such as 06050415811581.");
    }

    private static string Hex(byte[] bytes) => string.Concat(bytes.Select(b => b.ToString("X2", CultureInfo.InvariantCulture)));
}
