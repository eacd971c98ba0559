using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.Voice;

/// <remarks>
/// Built step by step from <see cref="Create"/>, filled like any collection, or read with <see cref="Parse"/>. Whichever way an action comes
/// in, it is checked against the API's limits then, and once more before it is sent or written.
/// </remarks>
public partial class Ncco
{
    /// <summary>Starts an NCCO without actions. Go on with <see cref="Talk"/>, <see cref="Input"/>, <see cref="Connect"/> and so on.</summary>
    public static Ncco Create() => new();

    /// <summary>Reads an NCCO from the JSON that the Voice API documents.</summary>
    /// <param name="json">A JSON array of actions. Actions and fields that this version does not know are kept.</param>
    /// <exception cref="JsonException">It is not JSON, not an array, or has a field of another type than the API documents.</exception>
    /// <exception cref="InvalidRequestException">An action breaks a rule of the API. The message names action, field and rule.</exception>
    public static Ncco Parse(string json) =>
        ApiJson.Deserialize(json, Read) ?? throw new JsonSerializationException("An NCCO is a JSON array of actions, not null.");

    /// <summary>Adds an action: one that was made elsewhere, or has fields for which there is no short form.</summary>
    /// <param name="action">The action.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The action breaks a rule of the API. The message names action, field and rule.</exception>
    public new Ncco Add(NccoAction action)
    {
        base.Add(action);
        return this;
    }

    /// <summary>The NCCO as the JSON that the Voice API documents, for a web server that answers with it.</summary>
    /// <exception cref="InvalidRequestException">An action was changed after it was added, and now breaks a rule of the API.</exception>
    public string ToJson()
    {
        foreach (var action in this)
            Check.Object(action.Action, action);
        return ApiJson.Serialize((IEnumerable<IJsonWritable>)this);
    }

    /// <inheritdoc/>
    protected override void InsertItem(int index, NccoAction item)
    {
        CheckNew(item);
        base.InsertItem(index, item);
    }

    /// <inheritdoc/>
    protected override void SetItem(int index, NccoAction item)
    {
        CheckNew(item);
        base.SetItem(index, item);
    }

    private static Ncco? Read(JsonReader json) => json.TokenType == JsonToken.StartArray
        ? (Ncco?)JsonRead.List(json, new Ncco(), NccoAction.JsonKind.Read)
        : throw new JsonSerializationException($"An NCCO is a JSON array of actions, not {json.TokenType}.");

    private static void CheckNew(NccoAction action)
    {
        if (action is null)
            throw new ArgumentNullException(nameof(action), "An NCCO holds no null actions.");
        Check.Object(action.Action.Length == 0 ? "[unknown]" : action.Action, action);
    }
}
