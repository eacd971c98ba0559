using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace Vonage.Benchmarks.Operations;

/// <summary>The floor's JSON: one serializer for the process. Small replies are read as text, pages from the stream.</summary>
internal static class FloorJson
{
    private static readonly JsonSerializer Serializer = JsonSerializer.Create(new JsonSerializerSettings { NullValueHandling = NullValueHandling.Ignore });

    public static HttpContent Write(object value)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Serializer.Serialize(text, value);
        return new StringContent(text.ToString(), Encoding.UTF8, "application/json");
    }

    public static async Task<T> ReadAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using var json = new JsonTextReader(new StringReader(await response.Content.ReadAsStringAsync()));
        return Serializer.Deserialize<T>(json)!;
    }

    public static async Task<T> ReadPageAsync<T>(HttpResponseMessage response)
    {
        response.EnsureSuccessStatusCode();
        using var text = new StreamReader(await response.Content.ReadAsStreamAsync());
        using var json = new JsonTextReader(text);
        return Serializer.Deserialize<T>(json)!;
    }

    public static T Read<T>(byte[] body)
    {
        using var json = new JsonTextReader(new StringReader(Encoding.UTF8.GetString(body)));
        return Serializer.Deserialize<T>(json)!;
    }
}
