using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Tests.Support;

/// <summary>JSON to compare: without regard to the order of members and to spaces, with every digit.</summary>
internal static class Json
{
    private static readonly JsonSerializerSettings Exact = new() { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal };

    public static string Of(string json) => Sort(JsonConvert.DeserializeObject<JToken>(json, Exact)!).ToString(Formatting.Indented);

    private static JToken Sort(JToken token) => token switch
    {
        JObject members => new JObject(members.Properties().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => new JProperty(p.Name, Sort(p.Value)))),
        JArray items => new JArray(items.Select(Sort)),
        _ => token,
    };
}
