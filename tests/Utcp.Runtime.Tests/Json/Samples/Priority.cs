namespace Utcp.Runtime.Tests.Json.Samples;

/// <summary>An integer enum needs no code: Int32EnumCodec or Int64EnumCodec reads and writes it, unknown numbers survive.</summary>
public enum Priority : int
{
    Low = 1,
    Normal = 2,
    High = 3,
}
