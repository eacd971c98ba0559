namespace Vonage;

/// <summary>How the characters of an SMS are encoded, which determines how many fit into one.</summary>
public enum SmsEncoding
{
    /// <summary>The 7-bit default alphabet of 3GPP TS 23.038 and its extension table: 160 units in one SMS, 153 in each of several parts.</summary>
    Gsm7,

    /// <summary>UCS-2, for every other text: 70 units in one SMS, 67 in each of several parts.</summary>
    Unicode,
}
