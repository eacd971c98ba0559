using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>Reads objects into generated models.</summary>
internal static class ModelReader
{
    /// <summary>Reads the current object. The discriminators of a union determine the type, wherever they appear among the fields.</summary>
    public static IJsonModel? Read(JsonReader json, ModelKind kind)
    {
        if (json.TokenType == JsonToken.StartObject)
            return kind.Discriminator is null ? ReadFields(json, kind.Create()) : ReadUnion(json, kind);
        if (JsonRead.SaysNothing(json))
            return null;
        var model = kind.Create();
        if (model is not IJsonScalar scalar)
            throw JsonText.Unreadable(json, kind.Type);
        scalar.ReadScalar(JsonText.Read(json));
        return model;
    }

    public static IJsonModel ReadFields(JsonReader json, IJsonModel model)
    {
        while (JsonRead.Next(json) != JsonToken.EndObject)
        {
            var name = (string)json.Value!;
            JsonRead.Next(json);
            model.ReadField(json, name);
        }

        return model;
    }

    private static IJsonModel ReadUnion(JsonReader json, ModelKind kind)
    {
        // Fields before the discriminator are buffered until the type is known.
        var seen = TokenBuffer.Rent();
        var isWhole = false;
        while (kind.Discriminator is { } discriminator)
        {
            var value = seen.Find(discriminator);
            while (value is null && !isWhole)
            {
                isWhole = JsonRead.Next(json) == JsonToken.EndObject;
                if (!isWhole)
                    value = seen.Take(json, discriminator);
            }

            if (value is null || kind.Child(value) is not { } child)
                break;
            kind = child;
        }

        var model = seen.ReplayTo(kind.Create());
        seen.Return();
        return isWhole ? model : ReadFields(json, model);
    }
}
