using Microsoft.CodeAnalysis;

namespace Utcp.Generators.Analyzers.Code;

/// <summary>What <c>SchemaConstraintsAttribute</c> says on a member.</summary>
internal sealed record SchemaLimits
{
    public string? Minimum { get; private init; }

    public string? Maximum { get; private init; }

    public string? ExclusiveMinimum { get; private init; }

    public string? ExclusiveMaximum { get; private init; }

    public string? MultipleOf { get; private init; }

    public long MinLength { get; private init; }

    public long MaxLength { get; private init; }

    public string? Pattern { get; private init; }

    public string? Format { get; private init; }

    public long MinItems { get; private init; }

    public long MaxItems { get; private init; }

    /// <summary>Reads the attribute.</summary>
    public static SchemaLimits Read(AttributeData data)
    {
        var values = data.NamedArguments.ToDictionary(argument => argument.Key, argument => argument.Value.Value);
        return new SchemaLimits
        {
            Minimum = Text(nameof(Minimum)),
            Maximum = Text(nameof(Maximum)),
            ExclusiveMinimum = Text(nameof(ExclusiveMinimum)),
            ExclusiveMaximum = Text(nameof(ExclusiveMaximum)),
            MultipleOf = Text(nameof(MultipleOf)),
            MinLength = Count(nameof(MinLength), 0),
            MaxLength = Count(nameof(MaxLength), long.MaxValue),
            Pattern = Text(nameof(Pattern)),
            Format = Text(nameof(Format)),
            MinItems = Count(nameof(MinItems), 0),
            MaxItems = Count(nameof(MaxItems), long.MaxValue),
        };

        string? Text(string name) => values.TryGetValue(name, out var value) ? value as string : null;

        long Count(string name, long otherwise) => values.TryGetValue(name, out var value) && value is long count ? count : otherwise;
    }
}
