using System.Net.Http.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Vonage.Benchmarks.Operations;

/// <summary>The second floor's JSON, the best that the platform offers: System.Net.Http.Json with the code that System.Text.Json generates.</summary>
[JsonSerializable(typeof(PlatformMessage))]
[JsonSerializable(typeof(PlatformSent))]
[JsonSerializable(typeof(PlatformBalance))]
[JsonSerializable(typeof(PlatformPage))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
internal sealed partial class PlatformJson : JsonSerializerContext
{
    public static HttpContent Write<T>(T value, JsonTypeInfo<T> type) => JsonContent.Create(value, type);

    public static async Task<object> ReadAsync<T>(HttpResponseMessage response, JsonTypeInfo<T> type)
    {
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(type))!;
    }
}

internal sealed class PlatformMessage
{
    public string Channel { get; } = "sms";

    [JsonPropertyName("message_type")]
    public string MessageType { get; } = "text";

    public string? From { get; set; }

    public string? To { get; set; }

    public string? Text { get; set; }

    [JsonPropertyName("client_ref")]
    public string? ClientRef { get; set; }
}

internal sealed class PlatformSent
{
    [JsonPropertyName("message_uuid")]
    public string? MessageUuid { get; set; }
}

internal sealed class PlatformBalance
{
    public decimal Value { get; set; }

    public bool AutoReload { get; set; }
}

internal sealed class PlatformPage
{
    public int Count { get; set; }

    public List<PlatformNumber> Numbers { get; set; } = [];
}

internal sealed class PlatformNumber
{
    public string? Country { get; set; }

    public string? Msisdn { get; set; }

    public Uri? MoHttpUrl { get; set; }

    public string? Type { get; set; }

    public List<string> Features { get; set; } = [];

    public string? MessagesCallbackType { get; set; }

    public string? MessagesCallbackValue { get; set; }

    public string? VoiceCallbackType { get; set; }

    public string? VoiceCallbackValue { get; set; }
}
