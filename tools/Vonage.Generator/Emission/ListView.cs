using Newtonsoft.Json.Linq;

namespace Vonage.Generator.Emission;

/// <summary>A named array: a collection class of its own, as <c>List.liquid</c> sees it.</summary>
internal sealed class ListView
{
    public ListView(ApiModel api, CSharpTypes types, string name)
    {
        var schema = api.Spec.Schema(name);
        Name = name;
        Access = api.AccessOf(name);
        Doc = Emission.Doc.Of((string?)schema["description"], name + ".");
        var item = types.Of((JObject)schema["items"]!);
        ItemType = item.Name;
        IsRequest = api.Requests.Contains(name) && item is { Kind: TypeKind.Model or TypeKind.Choice, IsShared: false };
    }

    public string Name { get; }

    public string Access { get; }

    public string Doc { get; }

    public string ItemType { get; }

    public bool IsRequest { get; }
}
