using Newtonsoft.Json;
using Vonage.Core;

namespace Vonage.Voice;

/// <remarks>
/// Build an NCCO with <see cref="Create"/>, add actions as to any collection, or read it with <see cref="Parse"/>. Each action is validated
/// against the API's limits when it is added, and again before the NCCO is sent or written. What is read is kept as it is: <see cref="Validate"/>
/// checks it.
/// </remarks>
public partial class Ncco
{
    /// <summary>Initializes a new, empty instance of the class.</summary>
    public Ncco()
    {
    }

    private Ncco(IList<NccoAction> actions)
        : base(actions)
    {
    }

    /// <summary>Creates an empty NCCO. Add actions with <see cref="Talk(string, bool?, int?)"/>, <see cref="Input"/>, <see cref="Connect(ConnectEndpoint, string?)"/> and so on.</summary>
    public static Ncco Create() => new();

    /// <summary>Parses an NCCO from JSON. The rules of the API are not checked: call <see cref="Validate"/>.</summary>
    /// <param name="json">A JSON array of actions. Unknown actions and fields, and values of another type than documented, are preserved.</param>
    /// <exception cref="JsonException">The text is not valid JSON, is not an array, or contains something else than actions.</exception>
    public static Ncco Parse(string json) =>
        ApiJson.Deserialize(json, Read) ?? throw new JsonSerializationException("An NCCO is a JSON array of actions, not null.");

    /// <summary>Checks all actions, for example after <see cref="Parse"/>.</summary>
    /// <exception cref="InvalidRequestException">An action violates a rule of the API. The message names the action, field and rule.</exception>
    public void Validate()
    {
        foreach (var action in this)
            CheckNew(action);
    }

    /// <summary>Adds an action. Use it for actions or fields that have no dedicated method.</summary>
    /// <param name="action">The action.</param>
    /// <returns>This NCCO.</returns>
    /// <exception cref="InvalidRequestException">The action violates a rule of the API. The message names the action, field and rule.</exception>
    public new Ncco Add(NccoAction action)
    {
        base.Add(action);
        return this;
    }

    private Ncco Add<T>(T action, Action<T> configure)
        where T : NccoAction
    {
        (configure ?? throw new ArgumentNullException(nameof(configure)))(action);
        return Add(action);
    }

    /// <summary>Returns the NCCO as JSON, for the response of a web server.</summary>
    /// <exception cref="InvalidRequestException">An action that was changed after it was added violates a rule of the API.</exception>
    public string ToJson()
    {
        Validate();
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
        ? new Ncco(JsonRead.List(json, null, static json => NccoAction.JsonModelType.Read(json) ?? throw NoAction())!)
        : throw new JsonSerializationException($"An NCCO is a JSON array of actions, not {json.TokenType}.");

    private static ArgumentNullException NoAction() => new("action", "An NCCO cannot contain null actions.");

    private static void CheckNew(NccoAction action)
    {
        if (action is null)
            throw NoAction();
        Check.Object(action.Action.Length == 0 ? "[unknown]" : action.Action, action);
    }
}
