using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Newtonsoft.Json;

namespace Vonage.Core.Serialization;

/// <summary>Describes a generated class for reading: how to create an instance and, for a union, which field determines the class.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class JsonModelType
{
    /// <summary>The members that reading a class by its type alone requires, so that trimming keeps them.</summary>
    internal const DynamicallyAccessedMemberTypes Constructors = DynamicallyAccessedMemberTypes.PublicParameterlessConstructor | DynamicallyAccessedMemberTypes.NonPublicConstructors;

    private readonly Func<string, JsonModelType?>? _child;

    private protected JsonModelType(Type type, string? discriminator, Func<string, JsonModelType?>? child)
    {
        Type = type;
        Discriminator = discriminator;
        _child = child;
    }

    internal Type Type { get; }

    /// <summary>The name of the field that determines the class of a union; null if the class is not a union.</summary>
    internal string? Discriminator { get; }

    internal abstract IJsonReadable Create();

    /// <summary>Gets the class for the value of the discriminator; null if the value is unknown.</summary>
    internal JsonModelType? Child(string value) => _child!(value);
}

/// <inheritdoc/>
/// <typeparam name="T">The class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class JsonModelType<T> : JsonModelType
    where T : class, IJsonReadable
{
    private readonly Func<T> _create;

    /// <summary>Initializes a new instance of the class.</summary>
    /// <param name="create">Creates an empty instance.</param>
    public JsonModelType(Func<T> create)
        : this(create, null, null)
    {
    }

    /// <summary>Initializes a new instance of the class for the base class of a union.</summary>
    /// <param name="create">Creates an instance for an unknown value of the discriminator.</param>
    /// <param name="discriminator">The name of the discriminator on the wire.</param>
    /// <param name="child">Gets the class for a value of the discriminator.</param>
    public JsonModelType(Func<T> create, string? discriminator, Func<string, JsonModelType?>? child)
        : base(typeof(T), discriminator, child)
    {
        _create = create;
        Read = json => JsonRead.Model(json, this);
    }

    /// <summary>Reads an object.</summary>
    public Func<JsonReader, T?> Read { get; }

    internal override IJsonReadable Create() => _create();
}
