using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace Vonage.Core;

/// <summary>What a reader has to know of a generated class: how an object is created and, for a union, which field names the class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonKind
{
    /// <summary>The members of a class that reading it by its type alone needs, so that trimming keeps them.</summary>
    internal const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    private readonly Func<string, JsonKind?>? _child;

    private protected JsonKind(Type type, string? discriminator, Func<string, JsonKind?>? child)
    {
        Type = type;
        Discriminator = discriminator;
        _child = child;
    }

    internal Type Type { get; }

    /// <summary>The field that names the class of a union's object; null if the class is no union.</summary>
    internal string? Discriminator { get; }

    internal abstract IJsonReadable Create();

    /// <summary>The class that a discriminator's value stands for; null if this version does not know the value.</summary>
    internal JsonKind? Child(string value) => _child!(value);
}

/// <inheritdoc/>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonKind<T> : JsonKind
    where T : class, IJsonReadable
{
    private readonly Func<T> _create;

    /// <summary>Initializes the description of a class.</summary>
    /// <param name="create">Creates an object with nothing set.</param>
    public JsonKind(Func<T> create)
        : this(create, null, null)
    {
    }

    /// <summary>Initializes the description of a union's base class.</summary>
    /// <param name="create">Creates an object for a discriminator's value that this version does not know.</param>
    /// <param name="discriminator">The name of the discriminator on the wire.</param>
    /// <param name="child">Finds the class for a discriminator's value.</param>
    public JsonKind(Func<T> create, string? discriminator, Func<string, JsonKind?>? child)
        : base(typeof(T), discriminator, child)
    {
        _create = create;
        Read = json => JsonRead.Model(json, this);
    }

    /// <summary>Reads an object.</summary>
    public Func<JsonReader, T?> Read { get; }

    internal override IJsonReadable Create() => _create();
}
