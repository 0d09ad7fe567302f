namespace Utcp.Manuals.Model;

/// <summary>The status codes that an answer is declared for.</summary>
/// <param name="From">The first one.</param>
/// <param name="To">The last one.</param>
public readonly record struct StatusRange(int From, int To)
{
    /// <summary><c>default</c>: all codes that no other answer of the operation is declared for.</summary>
    public static StatusRange Any { get; } = new(100, 599);

    /// <summary>Whether this is <c>default</c>.</summary>
    public bool IsAny => this == Any;

    /// <summary>Whether all codes of the range mean success.</summary>
    public bool IsSuccess => From >= 200 && To <= 299;

    /// <summary>Such as "200", "4XX" or "default".</summary>
    public override string ToString() =>
        IsAny ? "default" : From == To ? From.ToString(System.Globalization.CultureInfo.InvariantCulture) : (From / 100).ToString(System.Globalization.CultureInfo.InvariantCulture) + "XX";
}
